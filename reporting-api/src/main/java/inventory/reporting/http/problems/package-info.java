/** Errors as problem documents (RFC 9457). */
package inventory.reporting.http.problems;
