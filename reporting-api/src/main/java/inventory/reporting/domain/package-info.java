/** What all parts of the domain share. The domain is plain Java: reports, rules and ports. */
package inventory.reporting.domain;
