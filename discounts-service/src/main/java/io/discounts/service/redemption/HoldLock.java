package io.discounts.service.redemption;

import org.redisson.RedissonLock;
import org.redisson.command.CommandAsyncExecutor;

/**
 * Redisson's lock, owned by a redemption: its own locks belong to a thread of one client, but a hold outlives the request
 * that took it and may be ended by any instance.
 */
final class HoldLock extends RedissonLock {
    private final String owner;

    HoldLock(CommandAsyncExecutor commands, String name, RedemptionId owner) {
        super(commands, name);
        this.owner = owner.value();
    }

    @Override
    protected String getLockName(long threadId) {
        return owner;
    }
}
