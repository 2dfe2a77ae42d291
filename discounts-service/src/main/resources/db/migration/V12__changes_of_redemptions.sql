-- What has become of redemptions of late is looked for every few seconds (ADR 28), so that a customer's uses can be remembered for
-- longer than news might be lost.
ALTER TABLE redemption ADD KEY by_change (changed_at);
