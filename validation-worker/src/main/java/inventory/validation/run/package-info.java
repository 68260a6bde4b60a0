/** A validation run: its phases, its checkpoints, and how it resumes after a crash. */
package inventory.validation.run;
