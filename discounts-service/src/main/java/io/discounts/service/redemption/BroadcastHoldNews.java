package io.discounts.service.redemption;

import io.discounts.service.catalog.Broadcast;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** News in words, one message each: to this instance at once, to the others through Redis. */
final class BroadcastHoldNews implements HoldNews {
    static final String CHANNEL = "discounts:1:holds";
    private static final String HELD = "held";
    private static final String ENDED = "ended";
    private static final String USED = "used";
    private static final Logger log = LoggerFactory.getLogger(BroadcastHoldNews.class);

    private final Broadcast broadcast;
    private final ExclusiveView exclusives;
    private final CustomerUses customers;

    BroadcastHoldNews(Broadcast broadcast, ExclusiveView exclusives, CustomerUses customers) {
        this.broadcast = broadcast;
        this.exclusives = exclusives;
        this.customers = customers;
        broadcast.hear(CHANNEL, this::hear);
    }

    @Override
    public void held(ExclusiveHolds.Holder holder) {
        tell(
                HELD,
                holder.discount(),
                holder.redemption().value(),
                holder.customer().hex(),
                Long.toString(holder.expiresAt().toEpochMilli()));
    }

    @Override
    public void ended(DiscountKey discount, RedemptionId redemption) {
        tell(ENDED, discount, redemption.value());
    }

    @Override
    public void used(DiscountKey discount, HolderDigest customer) {
        tell(USED, discount, customer.hex());
    }

    private void tell(String what, DiscountKey discount, String... words) {
        var message = (what + ' ' + discount + ' ' + String.join(" ", words)).getBytes(StandardCharsets.US_ASCII);
        hear(message);
        broadcast.tell(CHANNEL, message);
    }

    private void hear(byte[] message) {
        try {
            hear(new String(message, StandardCharsets.US_ASCII).split(" ", -1));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            log.atWarn().addKeyValue("bytes", message.length).log("News of holds that cannot be read");
        }
    }

    private void hear(String[] words) {
        var slash = words[1].indexOf('/');
        var discount = new DiscountKey(
                new Region(words[1].substring(0, slash)), DiscountId.parse(words[1].substring(slash + 1)));
        switch (words[0]) {
            case HELD ->
                exclusives.held(new ExclusiveHolds.Holder(
                        discount,
                        new RedemptionId(words[2]),
                        new HolderDigest(words[3]),
                        Instant.ofEpochMilli(Long.parseLong(words[4]))));
            case ENDED -> exclusives.ended(discount, new RedemptionId(words[2]));
            case USED -> customers.heard(new Pseudonym(discount.region(), new HolderDigest(words[2])), discount.id());
            default -> throw new IllegalArgumentException("unknown news");
        }
    }
}
