package io.discounts.sdk.proof;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The compiler holds what Javadoc says to the code ({@code -Xdoclint}); that there is any is seen here. */
class DocumentedTypesTest {
    @ParameterizedTest
    @ValueSource(strings = {"discounts-sdk-core", "discounts-sdk-testkit", "discounts-sdk-spring-boot-starter"})
    void areAllThatAHostCanSee(String module) throws IOException {
        var types = publicTypes(Path.of("..", module, "src/main/java"));

        assertThat(types.seen).isNotEmpty();
        assertThat(types.undocumented).isEmpty();
    }

    private static PublicTypes publicTypes(Path sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var walk = Files.walk(sources)) {
            var java = walk.filter(file -> file.toString().endsWith(".java")).toList();
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(java));
            var types = new PublicTypes(DocTrees.instance(task));
            task.parse().forEach(unit -> types.scan(new TreePath(unit), null));
            return types;
        }
    }

    /** A nested type can be seen if all around it can; those of an interface are public without saying so. */
    private static final class PublicTypes extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private final List<String> seen = new ArrayList<>();
        private final List<String> undocumented = new ArrayList<>();

        PublicTypes(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (!isVisible(type)) {
                return null;
            }
            seen.add(name(type));
            if (docs.getDocComment(getCurrentPath()) == null) {
                undocumented.add(name(type));
            }
            return super.visitClass(type, null);
        }

        private boolean isVisible(ClassTree type) {
            var around = getCurrentPath().getParentPath().getLeaf();
            var inInterface = around.getKind() == Tree.Kind.INTERFACE;
            var declared = around instanceof ClassTree || around instanceof CompilationUnitTree;
            return declared && (inInterface || type.getModifiers().getFlags().contains(Modifier.PUBLIC));
        }

        private String name(ClassTree type) {
            return getCurrentPath().getCompilationUnit().getPackageName() + "." + type.getSimpleName();
        }
    }
}
