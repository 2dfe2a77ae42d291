package io.discounts.sample.shop;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** The stores there are. */
@Component
class Stores {
    private final List<Store> all = List.of(
            new Store(
                    "ad-1",
                    "Forn del Carrer",
                    "ALV",
                    "bakery",
                    List.of(
                            new Product("croissant", "pastry", 165),
                            new Product("coca", "pastry", 1195),
                            new Product("coffee", "drink", 190))),
            new Store(
                    "ad-2",
                    "Pizzeria Envalira",
                    "ENC",
                    "restaurant",
                    List.of(
                            new Product("margherita", "pizza", 950),
                            new Product("calzone", "pizza", 1165),
                            new Product("water", "drink", 155))),
            new Store(
                    "ad-3",
                    "Farmacia Central",
                    "ALV",
                    "pharmacy",
                    List.of(new Product("sunscreen", "care", 1399), new Product("plasters", "first-aid", 345))),
            new Store(
                    "ad-4",
                    "Sushi Valira",
                    "ESC",
                    "restaurant",
                    List.of(new Product("maki", "sushi", 775), new Product("tea", "drink", 235))));

    List<Store> all() {
        return all;
    }

    Optional<Store> find(String id) {
        return all.stream().filter(store -> store.id().equals(id)).findFirst();
    }
}
