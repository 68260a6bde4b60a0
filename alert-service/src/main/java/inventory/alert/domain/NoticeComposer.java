package inventory.alert.domain;

import inventory.alert.notice.FileNews;
import inventory.alert.notice.FileNotices;
import inventory.alert.notice.News;
import inventory.alert.notice.Notice;
import inventory.alert.notice.RunNews;
import inventory.alert.notice.RunNotices;
import inventory.alert.notice.StockNews;
import inventory.alert.notice.StockNotices;
import java.util.Collection;

/** Makes a notice of the news of a batch, which are of stock, of one file or of one run. */
public final class NoticeComposer {

  private final StockNotices stock;
  private final FileNotices files;
  private final FileReports fileReports;
  private final RunNotices runs;
  private final RunReports runReports;

  /** Wires it. */
  public NoticeComposer(
      StockNotices stock,
      FileNotices files,
      FileReports fileReports,
      RunNotices runs,
      RunReports runReports) {
    this.stock = stock;
    this.files = files;
    this.fileReports = fileReports;
    this.runs = runs;
    this.runReports = runReports;
  }

  /**
   * Words what a batch has to tell.
   *
   * @param news at least one
   */
  Notice compose(Collection<News> news) {
    News first = news.iterator().next();
    if (first instanceof FileNews file) {
      return files.compose(fileReports.find(file.fileId()));
    }
    if (first instanceof RunNews run) {
      return runs.compose(runReports.find(run.runId()));
    }
    return stock.compose(news.stream().map(StockNews.class::cast).toList());
  }
}
