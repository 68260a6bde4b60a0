package inventory.reporting.domain.previews;

import inventory.reporting.domain.RefusedException;

/** A file is about more items than a preview reads. */
public final class TooManyPreviewedException extends RefusedException {

  private static final long serialVersionUID = 1L;

  /** With the limit. */
  public TooManyPreviewedException(int limit, String of) {
    super(
        Reason.TOO_MUCH,
        "The file is about more than %d %s, which is too many for a preview. Preview a part of it, or upload it."
            .formatted(limit, of));
  }
}
