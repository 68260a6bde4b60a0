/** Programs as Fargate tasks: images, scaling, schedules and the nightly validation. */
package inventory.pulumi.compute;
