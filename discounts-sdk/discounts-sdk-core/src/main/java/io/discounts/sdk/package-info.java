/** How the monolith asks for discounts: locally, at the service, or at both while it learns to trust the service. */
@NullMarked
package io.discounts.sdk;

import org.jspecify.annotations.NullMarked;
