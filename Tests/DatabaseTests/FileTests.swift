import Foundation
import Testing

@testable import RemitDatabase

@Suite struct FileTests {
  @Test func fileIsReadAndNothingIsLeftBeside() throws {
    let bytes = try written("posts", ["id"], [["a"]])
    try withFolder { folder in
      let path = folder + "/a?b#c%20 水.db"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      let database = try Database(path: path)
      #expect(try database.rows(of: "posts") == [Row(1, "a")])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    }
  }

  @Test func whatIsNoFileIsRefused() throws {
    try withFolder { folder in
      #expect(throws: DatabaseError.unreadable(code: ENOENT)) { _ = try Database(path: folder + "/none.db").tables }
      #expect(throws: DatabaseError.notAFile) { _ = try Database(path: folder).tables }
      #expect(throws: DatabaseError.notAFile) { _ = try Database(path: "/dev/zero").tables }
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(throws: DatabaseError.notAFile) { _ = try Database(path: folder + "/pipe").tables }
      // A file of this size that is nearly all holes.
      let large = folder + "/large.db"
      try Data(written("t", ["a"], [])).write(to: URL(fileURLWithPath: large))
      #expect(truncate(large, off_t(Database.fileLimit) + 1) == 0)
      #expect(throws: DatabaseError.fileTooLarge(limit: Database.fileLimit)) { _ = try Database(path: large).tables }
    }
  }

  @Test func whatIsNoDatabaseIsRefused() throws {
    for text in ["", "SQLite format 3", "id,name\r\n" + String(repeating: "x", count: 4096)] {
      #expect(throws: DatabaseError.notADatabase) { _ = try Database(bytes: Array(text.utf8)).tables }
    }
    var bytes = try written("posts", ["id"], [["a"]])
    bytes.removeLast(bytes.count - 100)
    #expect(throws: DatabaseError.self) { _ = try Database(bytes: bytes).rows(of: "posts") }
  }

  @Test func unfinishedChangesAreRefused() throws {
    let bytes = try written("posts", ["id"], [["a"]])
    try withFolder { folder in
      let path = folder + "/chart.db"
      let link = folder + "/link.db"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      for suffix in ["-wal", "-journal"] {
        let beside = URL(fileURLWithPath: path + suffix)
        try Data([0x37, 0x7f]).write(to: beside)
        for name in [path, link] {
          #expect(throws: DatabaseError.unfinished(besides: real + suffix)) { _ = try Database(path: name).tables }
        }
        // Empty, or blanked after use.
        try Data().write(to: beside)
        #expect(try Database(path: path).tables == ["posts"])
        try Data([0, 0, 0]).write(to: beside)
        #expect(try Database(path: path).tables == ["posts"])
        try FileManager.default.removeItem(at: beside)
      }
    }
  }

  @Test func versionsOfTheWriteAheadLogAreRead() throws {
    var bytes = try written("posts", ["id"], [["a"]])
    bytes[18] = 2
    bytes[19] = 2
    #expect(try Database(bytes: bytes).rows(of: "posts") == [Row(1, "a")])
  }
}
