/** Generates the events of web shops and publishes them to a stream, a queue or a file. */
package inventory.launcher.generate.event;
