package io.discounts.service.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a type of store sells.
 *
 * @param storeType as the stores' facts name it
 * @param brands the best known first
 * @param categories the best selling first
 */
record DemoAssortment(String storeType, List<String> brands, List<Category> categories) {
    static final List<DemoAssortment> ALL = List.of(
            new DemoAssortment(
                    "restaurant",
                    List.of("independent", "napoli-lab", "burger-yard", "sushi-wheel", "green-bowl", "taco-corner"),
                    categories("pizza", "burger", "sushi roll", "salad", "taco", "dessert", "drink")),
            new DemoAssortment(
                    "groceries",
                    List.of("daily-basket", "mercado-24", "independent", "fresh-lane"),
                    categories("fruit bag", "salad mix", "yoghurt", "loaf", "ready meal", "wine")),
            new DemoAssortment(
                    "convenience",
                    List.of("independent", "corner-stop", "night-owl"),
                    categories("snack", "soft drink", "ice cream", "beer")),
            new DemoAssortment(
                    "pharmacy",
                    List.of("independent", "green-cross", "vita-plus"),
                    categories("skin cream", "vitamin", "baby cream")),
            new DemoAssortment(
                    "pets", List.of("happy-paws", "independent"), categories("dog treat", "cat treat", "toy")),
            new DemoAssortment("flowers", List.of("independent", "tulip-tram"), categories("bouquet", "plant")),
            new DemoAssortment("electronics", List.of("volt-market"), categories("charger", "headphone", "console")));

    private static List<Category> categories(String... names) {
        return Stream.of(names).map(Category::new).toList();
    }

    /**
     * A category of products.
     *
     * @param name of one of them, for labels
     */
    record Category(String name) {
        String id() {
            return name.replace(' ', '-');
        }

        String plural() {
            return name + "s";
        }
    }
}
