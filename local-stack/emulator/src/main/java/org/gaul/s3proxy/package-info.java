/** The one class of ours that has to see what S3Proxy keeps to its own package. */
package org.gaul.s3proxy;
