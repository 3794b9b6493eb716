package io.customer360.ui.control;

import atlantafx.base.theme.Styles;
import io.customer360.file.AtomicFile;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// A dense table of the house: 28-px rows, figures right-aligned in tabular digits, sortable by
/// what is behind the text, widths remembered by column id, Ctrl C copies the selected rows, the
/// menu copies all as CSV. Enter or a double click opens a row.
///
/// ```java
/// DataTable<Person> table = new DataTable<>("people", "Customers at risk", memory);
/// table.text("name", "Customer", 180, Person::name);
/// table.figure("risk", "Churn risk", 90, person -> formats.score(person.risk()), Person::risk);
/// table.onOpen(person -> navigator.go(new Destination.Customer(person.id())));
/// table.items(people);
/// ```
///
/// Long lists: pass a page of rows; the whole result never belongs in a list.
public final class DataTable<T> extends TableView<T> {
  /// The column that starts where the title of its pane does.
  private static final String FIRST = "first-column";

  private final String key;
  private final Memory memory;
  private final ObservableList<T> rows = FXCollections.observableArrayList();
  private final Map<String, Function<T, String>> texts = new LinkedHashMap<>();
  private Consumer<T> onOpen = row -> {};

  /// @param key unique in the program, for what is remembered
  /// @param name what it lists, for those who do not see it
  public DataTable(String key, String name, Memory memory) {
    this.key = key;
    this.memory = memory;
    getStyleClass().addAll(Styles.DENSE, "data-table");
    setFixedCellSize(28);
    setItems(rows);
    setAccessibleText(name);
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setPlaceholder(Nodes.label("", "muted"));
    setRowFactory(table -> row());
    KeyCombination copy = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          T selected = getSelectionModel().getSelectedItem();
          if (copy.match(event)) {
            toClipboard(csv(getSelectionModel().getSelectedItems(), '\t'));
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER && selected != null) {
            onOpen.accept(selected);
            event.consume();
          }
        });
    setContextMenu(menu());
  }

  private TableRow<T> row() {
    TableRow<T> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          T item = row.getItem();
          if (event.getClickCount() == 2 && item != null) {
            onOpen.accept(item);
          }
        });
    return row;
  }

  private ContextMenu menu() {
    MenuItem rowsItem = new MenuItem(Messages.text("control.table.copy"), Icons.small("fth-copy"));
    rowsItem.setOnAction(event -> toClipboard(csv(getSelectionModel().getSelectedItems(), '\t')));
    MenuItem all = new MenuItem(Messages.text("control.table.csv"), Icons.small("fth-clipboard"));
    all.setOnAction(event -> toClipboard(csv(rows, ',')));
    return new ContextMenu(rowsItem, all);
  }

  public void items(List<T> next) {
    rows.setAll(next);
    if (!getSortOrder().isEmpty()) {
      sort();
    }
  }

  /// A column that was added under this id.
  public TableColumn<T, ?> column(String id) {
    return getColumns().stream()
        .filter(column -> id.equals(column.getId()))
        .findFirst()
        .orElseThrow();
  }

  public ObservableList<T> rows() {
    return rows;
  }

  public void onOpen(Consumer<T> action) {
    onOpen = action;
  }

  /// Columns keep the width of what they hold and are scrolled to: for raw rows, which have more
  /// columns than room.
  public void scrolling() {
    setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
  }

  /// What to say when there is no row.
  public void empty(String words) {
    setPlaceholder(Nodes.label(words, "muted"));
  }

  /// Words, left-aligned, sorted by the alphabet. Style classes go on every cell.
  public TableColumn<T, T> text(
      String id, String title, double width, Function<T, String> text, String... styleClasses) {
    return column(
        id,
        title,
        width,
        text,
        Comparator.comparing(row -> text.apply(row).toLowerCase(Locale.ROOT)),
        styleClasses);
  }

  /// Figures, right-aligned in tabular digits, sorted by value; a missing value sorts first.
  public TableColumn<T, T> figure(
      String id,
      String title,
      double width,
      Function<T, String> text,
      Function<T, ? extends @Nullable Number> value,
      String... styleClasses) {
    List<String> classes = new ArrayList<>(List.of("align-right"));
    classes.addAll(List.of(styleClasses));
    TableColumn<T, T> column =
        column(
            id,
            title,
            width,
            text,
            Comparator.comparingDouble(row -> number(value.apply(row))),
            classes.toArray(String[]::new));
    column.getStyleClass().add("align-right");
    return column;
  }

  private static double number(@Nullable Number value) {
    return value == null ? Double.NEGATIVE_INFINITY : value.doubleValue();
  }

  /// Any content; `text` is what is copied and exported.
  public TableColumn<T, T> graphic(
      String id, String title, double width, Function<T, Node> node, Function<T, String> text) {
    TableColumn<T, T> column = column(id, title, width, text, Comparator.comparing(text));
    column.setCellFactory(
        ignored ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(null);
                setGraphic(item == null || empty ? null : node.apply(item));
              }
            });
    return column;
  }

  /// A first column of boxes to tick, which choose rows as Ctrl click does: without it nobody finds
  /// out that more than one can be chosen. Space ticks the focused row.
  public TableColumn<T, T> pick() {
    TableColumn<T, T> column = new TableColumn<>("");
    column.setId("pick");
    column.setSortable(false);
    column.setResizable(false);
    column.setMinWidth(40);
    column.setMaxWidth(40);
    column.setPrefWidth(40);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(ignored -> new PickCell<>());
    getColumns().forEach(other -> other.getStyleClass().remove(FIRST));
    column.getStyleClass().add(FIRST);
    getColumns().addFirst(column);
    return column;
  }

  private TableColumn<T, T> column(
      String id,
      String title,
      double width,
      Function<T, String> text,
      Comparator<T> order,
      String... styleClasses) {
    TableColumn<T, T> column = new TableColumn<>(title);
    column.setId(id);
    if (getColumns().isEmpty()) {
      column.getStyleClass().add(FIRST);
    }
    column.setComparator(order);
    column.setPrefWidth(remembered(id, width));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(
        ignored -> {
          TableCell<T, T> cell =
              new TableCell<>() {
                @Override
                protected void updateItem(@Nullable T item, boolean empty) {
                  super.updateItem(item, empty);
                  setText(item == null || empty ? null : text.apply(item));
                }
              };
          cell.getStyleClass().addAll(styleClasses);
          WholeText.onHover(cell);
          return cell;
        });
    column
        .widthProperty()
        .subscribe(
            () -> {
              if (getScene() != null) {
                memory.put(memoryKey(id), String.format(Locale.ROOT, "%.0f", column.getWidth()));
              }
            });
    texts.put(id, text);
    getColumns().add(column);
    return column;
  }

  private double remembered(String id, double width) {
    return memory
        .get(memoryKey(id))
        .filter(text -> text.matches("\\d{2,4}"))
        .map(Double::parseDouble)
        .orElse(width);
  }

  private String memoryKey(String id) {
    return "table." + key + "." + id;
  }

  /// Rows as text: the header, then one line a row, quoted where needed.
  public String csv(List<T> chosen, char separator) {
    List<String> lines = new ArrayList<>();
    lines.add(
        getColumns().stream()
            .filter(column -> texts.containsKey(column.getId()))
            .map(column -> quoted(column.getText(), separator))
            .collect(Collectors.joining(String.valueOf(separator))));
    for (T row : chosen) {
      lines.add(
          getColumns().stream()
              .filter(column -> texts.containsKey(column.getId()))
              .map(column -> text(column.getId(), row))
              .map(text -> quoted(text, separator))
              .collect(Collectors.joining(String.valueOf(separator))));
    }
    return String.join("\n", lines) + "\n";
  }

  private String text(String id, T row) {
    Function<T, String> text = texts.get(id);
    return text == null ? "" : text.apply(row);
  }

  private static String quoted(String text, char separator) {
    boolean needed =
        text.indexOf(separator) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  public void exportCsv(Path file) {
    try {
      AtomicFile.of(file).text(csv(rows, ','));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static void toClipboard(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
