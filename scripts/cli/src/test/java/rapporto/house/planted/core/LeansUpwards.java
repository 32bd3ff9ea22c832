// SPDX-License-Identifier: Apache-2.0
package rapporto.house.planted.core;

import rapporto.house.planted.webhook.StraightHandler;

/** Breaks: functions see core, never the other way. */
public record LeansUpwards(StraightHandler handler) {}
