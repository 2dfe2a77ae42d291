@NullMarked
package io.discounts.sdk.testkit;

import org.jspecify.annotations.NullMarked;
