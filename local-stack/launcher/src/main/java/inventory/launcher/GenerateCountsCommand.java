package inventory.launcher;

import inventory.launcher.generate.CountFiles;
import inventory.launcher.generate.FileDrop;
import inventory.launcher.generate.Recipe;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes count files. */
@Command(
    name = "counts",
    sortOptions = false,
    description = "Make a count file for each store, with all of its items.")
final class GenerateCountsCommand implements Callable<Integer> {

  /** What the names of stores begin with. */
  static final String STORE = "Store";

  @Mixin private GenerateOptions options;

  @Mixin private GenerateOutput output;

  @Override
  public Integer call() throws Exception {
    // A count holds from its upload: it has no time of its own, so that none can be late.
    Recipe recipe = options.recipe(STORE, Instant.EPOCH, 0, 0);
    output.files(
        recipe.warehouses().size(),
        (target, progress) ->
            new CountFiles(recipe).drop(new FileDrop(target, output.rate(), progress)));
    return 0;
  }
}
