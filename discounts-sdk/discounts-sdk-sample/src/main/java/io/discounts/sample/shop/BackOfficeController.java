package io.discounts.sample.shop;

import io.discounts.sample.promotion.Promotion;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Where marketing changes promotions. */
@RestController
class BackOfficeController {
    private final BackOffice backOffice;

    BackOfficeController(BackOffice backOffice) {
        this.backOffice = backOffice;
    }

    @GetMapping("/promotions")
    List<Promotion> promotions() {
        return backOffice.promotions();
    }

    @PutMapping("/promotions/{number}")
    Promotion change(@PathVariable int number, @RequestParam int basisPoints) {
        return backOffice.change(number, basisPoints);
    }

    /** Until the shop opens again, which brings all promotions back. */
    @DeleteMapping("/promotions/{number}")
    Promotion end(@PathVariable int number) {
        return backOffice.end(number);
    }
}
