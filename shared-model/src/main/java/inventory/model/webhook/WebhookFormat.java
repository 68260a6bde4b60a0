package inventory.model.webhook;

/** The form of the bodies that an endpoint receives. */
public enum WebhookFormat {
  /** A CloudEvents 1.0 event in JSON, for programs. */
  CLOUDEVENTS,
  /** A message for an incoming webhook of Slack. */
  SLACK,
  /** A message for a workflow of Microsoft Teams. */
  TEAMS
}
