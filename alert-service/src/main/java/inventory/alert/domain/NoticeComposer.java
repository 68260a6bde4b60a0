package inventory.alert.domain;

import inventory.alert.notice.FileNews;
import inventory.alert.notice.FileNotices;
import inventory.alert.notice.News;
import inventory.alert.notice.Notice;
import inventory.alert.notice.StockNews;
import inventory.alert.notice.StockNotices;
import java.util.Collection;

/** Makes a notice of the news of a batch, which are either of stock or of one file. */
public final class NoticeComposer {

  private final StockNotices stock;
  private final FileNotices files;
  private final FileReports reports;

  /** Wires it. */
  public NoticeComposer(StockNotices stock, FileNotices files, FileReports reports) {
    this.stock = stock;
    this.files = files;
    this.reports = reports;
  }

  /**
   * Words what a batch has to tell.
   *
   * @param news at least one
   */
  Notice compose(Collection<News> news) {
    if (news.iterator().next() instanceof FileNews file) {
      return files.compose(reports.find(file.fileId()));
    }
    return stock.compose(news.stream().map(StockNews.class::cast).toList());
  }
}
