package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the disk forgets, and that H2 needs to be told to flush: the durability program would show nothing otherwise. */
class ForgetfulDiskTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void plugIn() {
        ForgetfulDisk.plugIn();
    }

    @Test
    void aCommitAloneMayBeForgotten() throws SQLException, IOException {
        assertEquals(0, survivorsOf("insert into word values (1)"));
    }

    @Test
    void aCheckpointIsNotForgotten() throws SQLException, IOException {
        assertEquals(1, survivorsOf("insert into word values (1)", "checkpoint sync"));
    }

    private int survivorsOf(String... statements) throws SQLException, IOException {
        var afterTheCut = folder.resolve("copy.mv.db");
        try (var connection = DriverManager.getConnection("jdbc:h2:forgetful:" + folder + "/lively;WRITE_DELAY=0");
                var statement = connection.createStatement()) {
            statement.execute("create table word (id int)");
            statement.execute("checkpoint sync");
            for (var sql : statements) {
                statement.execute(sql);
            }
            Files.copy(folder.resolve("lively.mv.db.on-disk"), afterTheCut);
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder + "/copy");
                var result = connection.createStatement().executeQuery("select count(*) from word")) {
            result.next();
            return result.getInt(1);
        }
    }
}
