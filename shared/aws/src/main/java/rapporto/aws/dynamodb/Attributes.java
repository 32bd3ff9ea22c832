// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of one item, while it is written or read. Names are short: every byte of them is paid for. */
final class Attributes {
    static final String PK = "pk";
    static final String SK = "sk";

    /** Sort key of the one item that holds a record itself. */
    static final String ITSELF = "A";

    private final Map<String, AttributeValue> values;

    private Attributes(Map<String, AttributeValue> values) {
        this.values = values;
    }

    static Attributes key(String pk, String sk) {
        return new Attributes(new HashMap<>()).put(PK, pk).put(SK, sk);
    }

    static Attributes of(Map<String, AttributeValue> values) {
        return new Attributes(values);
    }

    Attributes put(String name, String value) {
        values.put(name, AttributeValue.fromS(value));
        return this;
    }

    Attributes put(String name, Optional<String> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    Attributes put(String name, long value) {
        values.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    Attributes put(String name, byte[] value) {
        values.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
        return this;
    }

    Attributes put(String name, Map<String, String> value) {
        var map = new HashMap<String, AttributeValue>();
        value.forEach((key, text) -> map.put(key, AttributeValue.fromS(text)));
        values.put(name, AttributeValue.fromM(map));
        return this;
    }

    /** Stores a truth only: false is the absence of the attribute. */
    Attributes flag(String name, boolean value) {
        if (value) {
            values.put(name, AttributeValue.fromBool(true));
        }
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return optional(name)
                .orElseThrow(() -> new IllegalStateException("item %s has no attribute %s".formatted(this, name)));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
    }

    long number(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("item %s has no attribute %s".formatted(this, name));
        }
        return Long.parseLong(value.n());
    }

    byte[] bytes(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("item %s has no attribute %s".formatted(this, name));
        }
        return value.b().asByteArray();
    }

    Map<String, String> map(String name) {
        var map = new HashMap<String, String>();
        var value = values.get(name);
        if (value != null) {
            value.m().forEach((key, text) -> map.put(key, text.s()));
        }
        return map;
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    /** The key alone: the rest may be a person's words. */
    @Override
    public String toString() {
        return optional(PK).orElse("?") + "/" + optional(SK).orElse("?");
    }
}
