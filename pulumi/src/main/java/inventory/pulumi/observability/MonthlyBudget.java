package inventory.pulumi.observability;

import com.pulumi.aws.budgets.Budget;
import com.pulumi.aws.budgets.BudgetArgs;
import com.pulumi.aws.budgets.inputs.BudgetCostFilterArgs;
import com.pulumi.aws.budgets.inputs.BudgetNotificationArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import java.util.List;

/** Notifies operations before a month becomes too expensive. Counts resources with our tag. */
final class MonthlyBudget extends Component {

  private static final double SPENT_PERCENT = 80;
  private static final double FORECAST_PERCENT = 100;

  MonthlyBudget(String name, StackContext base, Output<String> operations) {
    super("MonthlyBudget", name, base);
    new Budget(
        "inventory",
        BudgetArgs.builder()
            .budgetType("COST")
            .limitAmount(String.valueOf(base.settings().monthlyBudget()))
            .limitUnit("USD")
            .timeUnit("MONTHLY")
            .costFilters(
                BudgetCostFilterArgs.builder()
                    .name("TagKeyValue")
                    .values("user:project$inventory")
                    .build())
            .notifications(
                tell("ACTUAL", SPENT_PERCENT, operations),
                tell("FORECASTED", FORECAST_PERCENT, operations))
            .build(),
        child());
    complete();
  }

  private static BudgetNotificationArgs tell(
      String type, double percent, Output<String> operations) {
    return BudgetNotificationArgs.builder()
        .notificationType(type)
        .comparisonOperator("GREATER_THAN")
        .threshold(percent)
        .thresholdType("PERCENTAGE")
        .subscriberSnsTopicArns(operations.applyValue(List::of))
        .build();
  }
}
