/**
 * Events and facts: how they are read, their ids, and what the table remembers of them. An event is
 * what a web shop publishes; a fact of a program over REST becomes an event.
 */
package inventory.model.event;
