/** ingest-service: files in, stock levels out. Start reading at {@code domain.FileIngestion}. */
package inventory.ingest;
