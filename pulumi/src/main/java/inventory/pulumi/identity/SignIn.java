package inventory.pulumi.identity;

import com.pulumi.aws.cognito.User;
import com.pulumi.aws.cognito.UserArgs;
import com.pulumi.aws.cognito.UserGroup;
import com.pulumi.aws.cognito.UserGroupArgs;
import com.pulumi.aws.cognito.UserInGroup;
import com.pulumi.aws.cognito.UserInGroupArgs;
import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.UserPoolArgs;
import com.pulumi.aws.cognito.UserPoolDomain;
import com.pulumi.aws.cognito.UserPoolDomainArgs;
import com.pulumi.aws.cognito.inputs.UserPoolAccountRecoverySettingArgs;
import com.pulumi.aws.cognito.inputs.UserPoolAccountRecoverySettingRecoveryMechanismArgs;
import com.pulumi.aws.cognito.inputs.UserPoolAdminCreateUserConfigArgs;
import com.pulumi.aws.cognito.inputs.UserPoolPasswordPolicyArgs;
import com.pulumi.aws.cognito.inputs.UserPoolSoftwareTokenMfaConfigurationArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.settings.Settings;
import java.util.List;
import java.util.Map;

/** The user pool (requirement R4): users with an address and a password, in one of two groups. */
public final class SignIn extends Component {

  static final String OPERATOR = "operator";
  static final String VIEWER = "viewer";

  private static final String NAME = "inventory";
  private static final int PASSWORD_LENGTH = 12;
  private static final int FIRST_PASSWORD_DAYS = 7;

  private final StackContext base;
  private final UserPool pool;
  private final UserPoolDomain domain;

  public SignIn(String name, StackContext base) {
    super("SignIn", name, base);
    this.base = base;
    boolean guarded = base.settings().protectData();
    pool = new UserPool(NAME, pool(guarded, base.settings().people()), child(guarded));
    String prefix = base.settings().signInPrefix();
    domain =
        new UserPoolDomain(
            NAME,
            UserPoolDomainArgs.builder()
                .userPoolId(pool.id())
                .domain(
                    prefix.isEmpty()
                        ? base.accountId().applyValue(account -> NAME + "-" + account)
                        : Output.of(prefix))
                .build(),
            child());
    group(OPERATOR, "May act: acknowledge, snooze, release, upload", 1);
    group(VIEWER, "May look", 2);
    complete();
  }

  private static UserPoolArgs pool(boolean guarded, Settings.People people) {
    return UserPoolArgs.builder()
        .name(NAME)
        .usernameAttributes("email")
        .autoVerifiedAttributes("email")
        .adminCreateUserConfig(
            UserPoolAdminCreateUserConfigArgs.builder().allowAdminCreateUserOnly(true).build())
        .passwordPolicy(
            UserPoolPasswordPolicyArgs.builder()
                .minimumLength(PASSWORD_LENGTH)
                .requireLowercase(true)
                .requireUppercase(true)
                .requireNumbers(true)
                .requireSymbols(true)
                .temporaryPasswordValidityDays(FIRST_PASSWORD_DAYS)
                .build())
        .mfaConfiguration(people.secondFactor() ? "ON" : "OPTIONAL")
        .softwareTokenMfaConfiguration(
            UserPoolSoftwareTokenMfaConfigurationArgs.builder().enabled(true).build())
        .accountRecoverySetting(
            UserPoolAccountRecoverySettingArgs.builder()
                .recoveryMechanisms(
                    UserPoolAccountRecoverySettingRecoveryMechanismArgs.builder()
                        .name("verified_email")
                        .priority(1)
                        .build())
                .build())
        .deletionProtection(guarded ? "ACTIVE" : "INACTIVE")
        .build();
  }

  private void group(String name, String description, int precedence) {
    UserGroup group =
        new UserGroup(
            name,
            UserGroupArgs.builder()
                .userPoolId(pool.id())
                .name(name)
                .description(description)
                .precedence(precedence)
                .build(),
            child());
    Settings.People people = base.settings().people();
    for (String address : OPERATOR.equals(name) ? people.operators() : people.viewers()) {
      User user =
          new User(
              name + "-" + address,
              UserArgs.builder()
                  .userPoolId(pool.id())
                  .username(address)
                  .attributes(Map.of("email", address, "email_verified", "true"))
                  .desiredDeliveryMediums("EMAIL")
                  .build(),
              child());
      new UserInGroup(
          name + "-" + address,
          UserInGroupArgs.builder()
              .userPoolId(pool.id())
              .groupName(group.name())
              .username(user.username())
              .build(),
          child());
    }
  }

  /** The pool's id. */
  Output<String> poolId() {
    return pool.id();
  }

  /** The issuer of the tokens. */
  public Output<String> issuer() {
    return pool.id()
        .applyValue(id -> "https://cognito-idp.%s.amazonaws.com/%s".formatted(base.region(), id));
  }

  /** The URL of the keys that verify tokens. */
  public Output<String> keys() {
    return issuer().applyValue(issuer -> issuer + "/.well-known/jwks.json");
  }

  /** The origin of the sign-in page, which AWS serves. */
  Output<String> page() {
    return domain
        .domain()
        .applyValue(
            prefix -> "https://%s.auth.%s.amazoncognito.com".formatted(prefix, base.region()));
  }

  /** The origins that the dashboard calls, for a content security policy. */
  public Output<List<String>> origins() {
    return page()
        .applyValue(
            page -> List.of("https://cognito-idp." + base.region() + ".amazonaws.com", page));
  }
}
