package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.event.ClaimItem;
import inventory.model.event.FactRejectItem;
import inventory.model.event.FactRequestItem;
import inventory.model.movement.Movement;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.model.table.Table;
import inventory.model.table.Values;
import inventory.reporting.domain.facts.FactEntry;
import inventory.reporting.domain.facts.FactRecords;
import inventory.reporting.domain.facts.FactRequest;
import inventory.reporting.domain.facts.StatedFact;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Requests and their facts in the table, strongly consistent. A request costs twice the write units
 * of its compressed body, about 8 KB for 500 facts. What became of 500 facts takes 500 reads of
 * claims and as many of movements, and of levels for those whose movement is not stored yet.
 */
public final class DynamoDbFacts implements FactRecords {

  private final DynamoDbClient dynamo;
  private final String table;

  /** Uses the table with this name. */
  public DynamoDbFacts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public FactRequest putIfAbsent(FactRequest request) {
    FactRequestItem item =
        new FactRequestItem(
            request.client(),
            request.key(),
            compressed(request.body()),
            request.receivedAt(),
            request.sentAt());
    PutItemRequest put =
        PutItemRequest.builder()
            .tableName(table)
            .item(item.toItem())
            .conditionExpression("attribute_not_exists(" + Table.PK + ")")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      dynamo.putItem(put);
      return request;
    } catch (ConditionalCheckFailedException e) {
      // An outcome of the port: the request was received before.
      return request(e.item());
    }
  }

  @Override
  public void markSent(String id, Instant at) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(FactRequestItem.key(id))
                  .updateExpression("SET #sentAt = if_not_exists(#sentAt, :at)")
                  .conditionExpression("attribute_exists(" + Table.PK + ")")
                  .expressionAttributeNames(Map.of("#sentAt", FactRequestItem.SENT_AT))
                  .expressionAttributeValues(Map.of(":at", fromS(at.toString()))));
    } catch (ConditionalCheckFailedException e) {
      // It has expired since it was read; a record without its body must not take its place.
    }
  }

  @Override
  public Optional<Found> find(String id) {
    List<Map<String, AttributeValue>> items =
        dynamo.queryPaginator(Table.partition(table, Keys.facts(id))).items().stream().toList();
    Map<Integer, FactEntry.Problem> rejects = new HashMap<>();
    items.stream()
        .filter(item -> !FactRequestItem.isOne(item))
        .map(FactRejectItem::of)
        .forEach(reject -> rejects.put(reject.index(), problem(reject)));
    return items.stream()
        .filter(FactRequestItem::isOne)
        .findFirst()
        .map(item -> new Found(request(item), rejects));
  }

  private static FactEntry.Problem problem(FactRejectItem reject) {
    return new FactEntry.Problem(reject.code(), reject.field(), reject.reason());
  }

  private static FactRequest request(Map<String, AttributeValue> item) {
    FactRequestItem request = FactRequestItem.of(item);
    return new FactRequest(
        request.client(),
        request.key(),
        decompressed(request.body()),
        request.receivedAt(),
        request.sentAt());
  }

  @Override
  public Map<Integer, Claimed> claimed(Collection<StatedFact> facts) {
    Map<Map<String, AttributeValue>, ClaimItem> claims =
        read(facts.stream().map(DynamoDbFacts::claimKey)).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, there -> ClaimItem.of(there.getValue())));
    Map<Integer, Movement> movements = movements(facts, claims);
    Map<Integer, Claimed> found = new TreeMap<>();
    for (StatedFact fact : facts) {
      ClaimItem claim = claims.get(claimKey(fact));
      if (claim != null) {
        Optional<Movement> movement = Optional.ofNullable(movements.get(fact.index()));
        found.put(
            fact.index(),
            new Claimed(
                claim.position(),
                claim.statement(),
                movement.isPresent(),
                movement.flatMap(Movement::recordedAt)));
      }
    }
    return found;
  }

  /**
   * The movements that claims name, by the number of the entry. A movement that is not stored may
   * be a mark of its level; one that is neither may have been stored between the two reads.
   */
  private Map<Integer, Movement> movements(
      Collection<StatedFact> facts, Map<Map<String, AttributeValue>, ClaimItem> claims) {
    Map<Integer, StatedFact> open = new TreeMap<>();
    Map<Integer, String> positions = new HashMap<>();
    for (StatedFact fact : facts) {
      ClaimItem claim = claims.get(claimKey(fact));
      if (claim != null) {
        open.put(fact.index(), fact);
        positions.put(fact.index(), claim.position());
      }
    }
    Map<Integer, Movement> found = new HashMap<>();
    takeStored(open, positions, found);
    takeMarks(open, positions, found);
    takeStored(open, positions, found);
    return found;
  }

  private void takeStored(
      Map<Integer, StatedFact> open, Map<Integer, String> positions, Map<Integer, Movement> found) {
    Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items =
        read(open.values().stream().map(fact -> movementKey(fact, positions)));
    open.values()
        .removeIf(
            fact -> {
              Map<String, AttributeValue> item = items.get(movementKey(fact, positions));
              if (item != null) {
                found.put(fact.index(), MovementItem.of(fact.fact().key(), item).movement());
              }
              return item != null;
            });
  }

  private void takeMarks(
      Map<Integer, StatedFact> open, Map<Integer, String> positions, Map<Integer, Movement> found) {
    Map<Map<String, AttributeValue>, Map<String, AttributeValue>> levels =
        read(open.values().stream().map(fact -> LevelItem.key(fact.fact().key())));
    open.values()
        .removeIf(
            fact -> {
              StockKey key = fact.fact().key();
              String source = Position.source(positions.get(fact.index()));
              Optional<Movement> mark =
                  Optional.ofNullable(levels.get(LevelItem.key(key))).stream()
                      .flatMap(level -> LevelItem.of(level).marks(key).stream())
                      .filter(movement -> movement.source().equals(source))
                      .findFirst();
              mark.ifPresent(movement -> found.put(fact.index(), movement));
              return mark.isPresent();
            });
  }

  private static Map<String, AttributeValue> claimKey(StatedFact fact) {
    return ClaimItem.key(fact.fact().key(), fact.eventId());
  }

  private static Map<String, AttributeValue> movementKey(
      StatedFact fact, Map<Integer, String> positions) {
    return MovementItem.key(fact.fact().key(), positions.get(fact.index()));
  }

  private Map<Map<String, AttributeValue>, Map<String, AttributeValue>> read(
      Stream<Map<String, AttributeValue>> keys) {
    return new BatchRead(dynamo, table)
        .read(keys.distinct().toList(), List.of()).stream()
            .collect(Collectors.toMap(Values::keyOf, item -> item));
  }

  private static byte[] compressed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] decompressed(byte[] body) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the body of a request on record is damaged", e);
    }
  }
}
