/** What is asked and what is answered, as the contract of the service has it. Values that cannot be invalid. */
@NullMarked
package io.discounts.sdk.model;

import org.jspecify.annotations.NullMarked;
