package io.discounts.sdk;

/** Why an answer comes from where it does. */
public enum Reason {
    /** The operation's stage says so. */
    STAGE,
    /** The stage is being rolled out, and this customer, store or city is not in it yet. */
    NOT_IN_ROLLOUT,
    /** The kill switch is on, or the system property of the worst night is. */
    KILL_SWITCH,
    /** The guard has stepped the operation down, because a budget was burnt. */
    STEPPED_DOWN,
    /** A hold, confirm, release or cancel follows the path of what it belongs to. */
    PATH,
    /** No flag could be read, now or before: the default of the code, on its safe side. */
    DEFAULT,
    /** The service did not answer within the budget of the call. */
    TIMEOUT,
    /** The service could not be reached, broke off, or answered with an error of its own. */
    REMOTE_FAILED,
    /** The service answered, but not in a way that can be believed. */
    UNREADABLE,
    /** The service has been failing, or has said when to ask again; it is not asked for now. */
    BREAKER_OPEN,
    /** As many calls are under way to the service as are allowed. */
    BULKHEAD_FULL,
    /** The service refused the request itself as invalid or not allowed. */
    REJECTED,
    /** The caller was interrupted, cancelled the call or closed the client while the service was asked. */
    ABORTED,
    /** The local search failed, or there is none to ask. Only exceptions carry it. */
    LOCAL_FAILED
}
