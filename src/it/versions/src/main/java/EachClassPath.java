import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs Close once on each class path that it gets, and prints a line for each. Each has a loader of its own above the platform's, so
 * that its classes are linked against its own libraries and no others: a JVM for each would spend its time on starting.
 */
public final class EachClassPath {
    private EachClassPath() {}

    public static void main(String[] args) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<String>> results = new ArrayList<>();
        for (String classPath : args) {
            results.add(threads.submit(() -> run(classPath)));
        }
        for (Future<String> result : results) {
            System.out.println(result.get());
        }
        threads.shutdown();
    }

    private static String run(String classPath) {
        List<URL> urls = new ArrayList<>();
        try {
            for (String path : classPath.split(File.pathSeparator)) {
                urls.add(new File(path).toURI().toURL());
            }
            ClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(loader);
            Callable<?> close = (Callable<?>) loader.loadClass("Close").getConstructor().newInstance();
            return (String) close.call();
        } catch (Throwable e) {
            return "failed: " + e;
        }
    }
}
