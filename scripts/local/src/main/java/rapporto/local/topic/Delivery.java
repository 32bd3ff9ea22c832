// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

/** One message that one subscription is to get. */
record Delivery(Notification notification, String subscriptionArn) {}
