package inventory.alert.domain;

import inventory.alert.notice.Notice.FullList;

/** Where a list is kept that a notice cannot carry. */
@FunctionalInterface
public interface ListStore {

  /**
   * Keeps a list.
   *
   * @return a link by which whoever has it can fetch the list for some days
   */
  String keep(FullList list);
}
