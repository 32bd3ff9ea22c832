// SPDX-License-Identifier: Apache-2.0
package rapporto.channel;

/**
 * What a channel is told.
 *
 * @param status an HTTP status
 * @param contentType of the body; empty when there is no body
 */
public record Answer(int status, String contentType, String body) {
    /** 200 with an empty body: what every channel takes for "received". */
    public static final Answer RECEIVED = new Answer(200, "", "");
}
