package app.focusly.yjs;

/// A document as it stands after an update, to be read. Its types have names; what nobody wrote in
/// is empty. Not for several threads at once.
public final class Document {
  private final Integration integration;

  private Document(Integration integration) {
    this.integration = integration;
  }

  /// Makes a document of an update.
  ///
  /// @throws InvalidUpdateException when it is no update, or one that was made to be slow
  public static Document of(byte[] update) {
    return new Document(Integration.of(Update.read(update.clone())));
  }

  public XmlFragment xmlFragment(String name) {
    return new XmlFragment(integration.root(name));
  }

  public SharedText text(String name) {
    return new SharedText(integration.root(name));
  }

  public SharedMap map(String name) {
    return new SharedMap(integration.root(name));
  }

  public SharedArray array(String name) {
    return new SharedArray(integration.root(name));
  }

  /// What of the update has its place in the document. An update may have more than that: what
  /// waits for something that is not in it.
  public StateVector stateVector() {
    return integration.stateVector();
  }
}
