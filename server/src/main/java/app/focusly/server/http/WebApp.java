package app.focusly.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The web app's files, as its build packed them: each with an ETag, where it pays also compressed.
/// Files under `assets/` have content-hashed names and are cached for good. A page that is no file
/// is the app itself, which finds its way by the path. Used from every loop; files are read once.
public final class WebApp {
  private static final String ROOT = "/app/focusly/web/";

  /// The build's list of its files, one a line.
  private static final String LISTING = "files.txt";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  /// Nothing from elsewhere: the app works without any other host. Media come as streams and blobs.
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data: blob:;"
          + " media-src 'self' blob: mediastream:; style-src 'self' 'unsafe-inline';"
          + " worker-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

  private final Set<String> files;
  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

  private record Asset(Buffer content, String etag) {}

  private WebApp(Set<String> files) {
    this.files = files;
  }

  /// The web app on the class path.
  ///
  /// @throws IllegalStateException when the build did not put one there
  public static WebApp load() {
    byte[] listing = read(LISTING);
    return new WebApp(new HashSet<>(new String(listing, StandardCharsets.UTF_8).lines().toList()));
  }

  /// Answers a GET or HEAD for a file or a page of the app.
  ///
  /// @param path of the request; it begins with a slash
  public void serve(HttpServerRequest request, String path) {
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      request.response().putHeader("Allow", "GET, HEAD");
      new Problem(405, "method-not-allowed", "Pages are read with GET.").answer(request.response());
      return;
    }
    String name = path.substring(1);
    if (files.contains(name)) {
      file(request, name);
    } else if (name.contains(".") || name.startsWith("assets/") || name.startsWith("api/")) {
      new Problem(404, "not-found", "There is nothing here.").answer(request.response());
    } else {
      file(request, "index.html");
    }
  }

  /// Answers a request for one file.
  ///
  /// @param name its path within the app; it must be one of its files
  public void file(HttpServerRequest request, String name) {
    HttpServerResponse response = request.response();
    String encoding = encoding(request, name);
    Asset asset = asset(encoding == null ? name : name + "." + suffix(encoding));
    headers(response, name);
    if (files.contains(name + ".gz")) {
      response.headers().add("Vary", "Accept-Encoding");
    }
    response.putHeader("ETag", asset.etag());
    if (isKnown(asset.etag(), request.getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    if (encoding != null) {
      response.putHeader("Content-Encoding", encoding);
    }
    if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader("Content-Length", Integer.toString(asset.content().length())).end();
    } else {
      response.end(asset.content());
    }
  }

  /// Whether the client has this content already (RFC 9110 section 13.1.2). A proxy that compressed
  /// it has made the tag a weak one.
  private static boolean isKnown(String etag, @Nullable String tags) {
    return tags != null
        && Arrays.stream(tags.split(",", -1))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
  }

  /// Whether the app has this file.
  public boolean has(String name) {
    return files.contains(name);
  }

  private static void headers(HttpServerResponse response, String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    response
        .putHeader("Content-Type", TYPES.getOrDefault(extension, "application/octet-stream"))
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader(
            "Cache-Control",
            name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    if (extension.equals("html")) {
      response
          .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
          .putHeader("Referrer-Policy", "same-origin")
          .putHeader(
              "Permissions-Policy",
              "camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self)");
    }
  }

  private @Nullable String encoding(HttpServerRequest request, String name) {
    String accepted = request.getHeader("Accept-Encoding");
    if (accepted == null) {
      return null;
    }
    if (takes(accepted, "br") && files.contains(name + ".br")) {
      return "br";
    }
    return takes(accepted, "gzip") && files.contains(name + ".gz") ? "gzip" : null;
  }

  /// Whether a client takes a coding that it names; with weight 0 it says that it does not.
  private static boolean takes(String accepted, String coding) {
    return Arrays.stream(accepted.split(",", -1))
        .map(String::strip)
        .anyMatch(part -> part.matches(coding + "(\\s*;\\s*q=(1(\\.0*)?|0\\.\\d*[1-9]\\d*))?"));
  }

  private static String suffix(String encoding) {
    return encoding.equals("gzip") ? "gz" : encoding;
  }

  private Asset asset(String name) {
    return loaded.computeIfAbsent(
        name,
        _ -> {
          byte[] content = read(name);
          return new Asset(Buffer.buffer(content), etag(content));
        });
  }

  private static byte[] read(String name) {
    try (InputStream stream = WebApp.class.getResourceAsStream(ROOT + name)) {
      if (stream == null) {
        throw new IllegalStateException("the web app is not built: " + name + " is missing");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String etag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, 10) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
