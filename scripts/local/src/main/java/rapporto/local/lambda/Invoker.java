// SPDX-License-Identifier: Apache-2.0
package rapporto.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** One function: its handler, made once as Lambda makes it, called with event JSON. Calls may overlap. */
public final class Invoker {
    private final String name;
    private final RequestStreamHandler handler;
    private final Duration timeout;

    private Invoker(String name, RequestStreamHandler handler, Duration timeout) {
        this.name = name;
        this.handler = handler;
        this.timeout = timeout;
    }

    /** Makes the handler by its constructor that takes the environment. */
    public static Invoker of(String name, String handlerClass, Duration timeout, Map<String, String> environment) {
        try {
            var type = Class.forName(handlerClass).asSubclass(RequestStreamHandler.class);
            return new Invoker(name, type.getConstructor(Map.class).newInstance(environment), timeout);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s: handler %s cannot be made".formatted(name, handlerClass), e);
        }
    }

    static Invoker of(String name, RequestStreamHandler handler) {
        return new Invoker(name, handler, Duration.ofSeconds(15));
    }

    /** What the handler answers to {@code event}. */
    public byte[] invoke(byte[] event) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), answer, new LocalContext(name, timeout));
        return answer.toByteArray();
    }

    /** The function's logical id. */
    public String name() {
        return name;
    }
}
