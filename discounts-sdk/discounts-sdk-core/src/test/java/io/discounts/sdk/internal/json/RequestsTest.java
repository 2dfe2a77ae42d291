package io.discounts.sdk.internal.json;

import io.discounts.sdk.model.Context;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.SearchRequest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole of each request stands in {@code WireTest}; here is what any text becomes. */
class RequestsTest {
    @Property(tries = 200)
    void writesAnyTextSoThatItIsReadAgain(
            @ForAll @NotEmpty @Size(max = 5) List<@StringLength(max = 8) String> stores,
            @ForAll @StringLength(max = 8) String id,
            @ForAll @Size(max = 3) List<@StringLength(max = 8) String> segments)
            throws IOException {
        var request = SearchRequest.of("ES", stores).by(new Customer(id, segments, null));

        assertThat(read(Requests.search(request)))
                .isEqualTo(
                        Map.of("region", "ES", "storeIds", stores, "customer", Map.of("id", id, "segments", segments)));
    }

    @Test
    void saysNothingOfWhatIsUnknown() {
        assertThat(Requests.search(SearchRequest.of("ES", List.of("s-1"))))
                .isEqualTo("{\"region\":\"ES\",\"storeIds\":[\"s-1\"]}");
    }

    @Test
    void saysThatACustomerIsKnownToBeInNoSegment() {
        var request = new SearchRequest(
                "ES", List.of("s-1"), new Customer(null, List.of(), null), new Context("web", null, null), null);

        assertThat(Requests.search(request))
                .isEqualTo("{\"region\":\"ES\",\"storeIds\":[\"s-1\"],\"customer\":{\"segments\":[]},"
                        + "\"context\":{\"platform\":\"web\"}}");
    }

    private static Object read(String json) throws IOException {
        return Json.document(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Json::value);
    }
}
