package io.discounts.service.redemption;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer as it is kept: who asks again gets the same bytes.
 *
 * @param location of what was made, absent if nothing was
 * @param body not changed by anybody
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(
        int status, String contentType, @Nullable String location, byte[] body) {}
