package dev.torii.views.fx;

import dev.torii.views.i18n.Localized;
import dev.torii.views.i18n.Messages;
import javafx.fxml.LoadListener;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Binds the [Localized] keys of each node of an FXML file as soon as the node is complete.
final class LocalizedBinding implements LoadListener {
    private final Messages messages;

    LocalizedBinding(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void endElement(@Nullable Object value) {
        if (value instanceof Node node) {
            Localized.bind(node, messages);
        }
    }

    @Override
    public void readImportProcessingInstruction(String target) {}

    @Override
    public void readLanguageProcessingInstruction(String language) {}

    @Override
    public void readComment(String comment) {}

    @Override
    public void beginInstanceDeclarationElement(Class<?> type) {}

    @Override
    public void beginUnknownTypeElement(String name) {}

    @Override
    public void beginIncludeElement() {}

    @Override
    public void beginReferenceElement() {}

    @Override
    public void beginCopyElement() {}

    @Override
    public void beginRootElement() {}

    @Override
    public void beginPropertyElement(String name, @Nullable Class<?> sourceType) {}

    @Override
    public void beginUnknownStaticPropertyElement(String name) {}

    @Override
    public void beginScriptElement() {}

    @Override
    public void beginDefineElement() {}

    @Override
    public void readInternalAttribute(String name, String value) {}

    @Override
    public void readPropertyAttribute(String name, @Nullable Class<?> sourceType, String value) {}

    @Override
    public void readUnknownStaticPropertyAttribute(String name, String value) {}

    @Override
    public void readEventHandlerAttribute(String name, String value) {}
}
