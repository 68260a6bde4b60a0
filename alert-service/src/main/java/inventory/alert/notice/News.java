package inventory.alert.notice;

/** One thing that people are to be told of. */
public sealed interface News permits StockNews, FileNews, RunNews {}
