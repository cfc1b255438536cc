package org.deviceoffboarding.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.ask.saved.QuestionHistoryService;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "org.deviceoffboarding.base.ui.list")
class PromptFieldTest extends BrowserlessTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void whatIsOfferedIsHowItCouldGoOn() {
        show("");

        field().setValue("mac");

        assertThat(offered()).containsExactly("mac one", "mac two");
        assertThat(find(ListItem.class).all())
                .allSatisfy(option -> {
                    assertThat(option.getElement().getAttribute("role")).isEqualTo("option");
                    assertThat(option.getId()).isPresent();
                })
                .extracting(option -> option.getId().orElseThrow())
                .doesNotHaveDuplicates();

        field().setValue(" ");
        assertThat(offered()).isEmpty();
    }

    @Test
    void aCompletionThatIsTakenGoesIntoTheFieldAndIsNotAskedYet() {
        show("");
        field().setValue("mac");

        ListItem second = find(ListItem.class).all().get(1);
        ComponentUtil.fireEvent(second, new ClickEvent<>(second));

        assertThat(field().getValue()).isEqualTo("mac two ");
        assertThat(offered()).containsExactly("mac two  one", "mac two  two");
        assertThat(asked).isEmpty();
    }

    @Test
    void whatStandsInTheBrowserIsAskedWithoutSpacesAroundIt() {
        PromptField prompt = show("macs");

        prompt.ask("  macs silent 90d ");
        prompt.ask("   ");
        prompt.ask("x".repeat(QuestionHistoryService.LONGEST_PROMPT + 1));

        assertThat(asked).containsExactly("macs silent 90d");
    }

    private PromptField show(String prompt) {
        PromptField shown =
                new PromptField("Ask", prompt, typed -> List.of(typed + " one", typed + " two"), asked::add);
        UI.getCurrent().add(shown);
        return shown;
    }

    private TextField field() {
        return find(TextField.class).single();
    }

    private List<String> offered() {
        return find(ListItem.class).all().stream().map(ListItem::getText).toList();
    }
}
