package io.customer360.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What Alder & Pine sells and where: products, stores, cities.
final class Catalog {
  /// The recalled product, its batch and its price.
  static final String RECALLED_SKU = "RA-210";

  static final String RECALLED_BATCH = "26-08";

  /// One article.
  record Product(
      int index, String sku, String name, String category, int price, int cost, String season) {}

  record Store(String id, String name, String city, String manager) {}

  /// A city with its customers' store and the depot that serves it.
  record City(
      String name, String postArea, int store, double weight, String dialling, String depot) {}

  final Product[] products;
  final Store[] stores;
  final City[] cities;
  final Product recalled;
  private final Map<String, Product[]> byCategory = new HashMap<>();
  private final Map<String, Product> bySku = new HashMap<>();
  private final double cityWeight;

  Catalog() {
    List<Store> storeList = new ArrayList<>();
    for (String[] f : Words.list("stores", 4)) {
      storeList.add(new Store(f[0], f[1], f[2], f[3]));
    }
    stores = storeList.toArray(new Store[0]);
    List<City> cityList = new ArrayList<>();
    double sum = 0;
    for (String[] f : Words.list("cities", 6)) {
      int store = 0;
      while (!stores[store].id().equals(f[2])) {
        store++;
      }
      double weight = Double.parseDouble(f[3]);
      sum += weight;
      cityList.add(new City(f[0], f[1], store, weight, f[4], f[5]));
    }
    cities = cityList.toArray(new City[0]);
    cityWeight = sum;
    products = readProducts().toArray(new Product[0]);
    Map<String, List<Product>> grouped = new HashMap<>();
    for (Product product : products) {
      bySku.put(product.sku(), product);
      grouped.computeIfAbsent(product.category(), key -> new ArrayList<>()).add(product);
    }
    grouped.forEach((key, list) -> byCategory.put(key, list.toArray(new Product[0])));
    recalled = product(RECALLED_SKU);
  }

  private static List<Product> readProducts() {
    List<Product> list = new ArrayList<>();
    for (String[] f : Words.list("products", 7)) {
      int price = pence(f[3]);
      int cost = pence(f[4]);
      if (f[6].isEmpty()) {
        list.add(new Product(list.size(), f[0], f[1], f[2], price, cost, f[5]));
      } else {
        int variant = 0;
        for (String name : f[6].split(",", -1)) {
          String sku = f[0] + "-" + (char) ('A' + variant++);
          list.add(new Product(list.size(), sku, f[1] + ", " + name, f[2], price, cost, f[5]));
        }
      }
    }
    return list;
  }

  private static int pence(String pounds) {
    return Integer.parseInt(pounds.replace(".", ""));
  }

  Product product(String sku) {
    Product product = bySku.get(sku);
    if (product == null) {
      throw new IllegalArgumentException("There is no product " + sku + ".");
    }
    return product;
  }

  Product[] in(String category) {
    Product[] found = byCategory.get(category);
    if (found == null) {
      throw new IllegalArgumentException("There is no category " + category + ".");
    }
    return found;
  }

  City anyCity(Dice dice) {
    double at = dice.unit() * cityWeight;
    for (City city : cities) {
      at -= city.weight();
      if (at < 0) {
        return city;
      }
    }
    return cities[0];
  }

  City city(String name) {
    for (City city : cities) {
      if (city.name().equals(name)) {
        return city;
      }
    }
    throw new IllegalArgumentException("There is no city " + name + ".");
  }
}
