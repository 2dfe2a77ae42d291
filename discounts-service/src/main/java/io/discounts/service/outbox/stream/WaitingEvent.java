package io.discounts.service.outbox.stream;

import software.amazon.awssdk.core.SdkBytes;

/** An event that is the oldest unsent one of its subject. */
record WaitingEvent(long id, String subject, SdkBytes event) {}
