/** How records go from shards to message groups in order and without loss: plain Java. */
package inventory.pipe.domain;
