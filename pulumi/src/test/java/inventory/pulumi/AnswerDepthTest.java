package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import org.junit.jupiter.api.Test;
import pulumirpc.Resource.RegisterResourceResponse;

class AnswerDepthTest {

  @Test
  void anAnswerOfAHundredNestedValuesIsRead() throws InvalidProtocolBufferException {
    Struct nested = Struct.getDefaultInstance();
    for (int level = 0; level < 100; level++) {
      nested =
          Struct.newBuilder()
              .putFields("inner", Value.newBuilder().setStructValue(nested).build())
              .build();
    }
    RegisterResourceResponse answer =
        RegisterResourceResponse.newBuilder().setObject(nested).build();

    AnswerDepth.raise();

    assertThat(RegisterResourceResponse.parseFrom(answer.toByteArray())).isEqualTo(answer);
  }
}
