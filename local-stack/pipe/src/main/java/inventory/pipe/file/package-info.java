/** The checkpoint, in a file. */
package inventory.pipe.file;
