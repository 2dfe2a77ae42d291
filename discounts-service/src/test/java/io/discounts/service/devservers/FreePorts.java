package io.discounts.service.devservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Ports that nothing listens on. They lie below the range that the system takes outgoing ports from: out of that one, a
 * client that reconnects to a stopped server would sooner or later be given the server's own port and keep it.
 */
record FreePorts(RandomGenerator random) {
    private static final int FIRST = 20_000;
    private static final int BOUND = 32_000;

    /** Any free port but those taken by others that may not listen yet. */
    int any(Set<Integer> taken) {
        return IntStream.generate(() -> random.nextInt(FIRST, BOUND))
                .filter(port -> !taken.contains(port) && isFree(port))
                .findFirst()
                .orElseThrow();
    }

    int preferably(int preferred, Set<Integer> taken) {
        return !taken.contains(preferred) && isFree(preferred) ? preferred : any(taken);
    }

    private static boolean isFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
