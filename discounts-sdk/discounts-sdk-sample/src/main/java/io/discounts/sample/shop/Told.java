package io.discounts.sample.shop;

import io.discounts.sdk.Answer;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;

/** Who has answered and why: shown by this shop in every response, for whoever wants to watch the switch-over. */
record Told(Source source, Reason reason, Stage stage) {
    static Told by(Answer<?> answer) {
        return new Told(answer.source(), answer.reason(), answer.stage());
    }
}
