/** Faults between the services and their AWS. */
package inventory.chaos;
