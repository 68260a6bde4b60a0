package inventory.alert.domain;

import inventory.alert.notice.StockNews;

/**
 * A change of an alert.
 *
 * @param situation the facts that it follows from
 * @param before what was on record
 * @param after what is to be on record
 * @param tells whether people are to be told of it
 */
public record Transition(
    Situation situation, AlertRecord before, AlertRecord after, boolean tells) {

  /**
   * What people are told of it.
   *
   * @param cause what happened, for people
   */
  public StockNews news(String cause) {
    return new StockNews(
        situation.alert(),
        situation.itemName(),
        situation.level(),
        situation.threshold(),
        after.state(),
        cause);
  }
}
