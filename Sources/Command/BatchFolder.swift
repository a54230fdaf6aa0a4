import ArgumentParser
import Glibc
import RemitDrawing
import RemitModel

/// The folder of a batch of pictures.
struct BatchFolder {
  let path: String
  let language: Language

  /// Makes the folder where there is none.
  ///
  /// - Throws: the exit status 2, after saying why pictures cannot go there.
  func prepare() throws {
    var status = stat()
    if stat(path, &status) == 0 {
      guard Console.isFolder(path) else {
        throw fail(Localized(zh: "\(path) 不是文件夹", en: "\(path) is no folder"))
      }
      let index = path + (path.hasSuffix("/") ? "" : "/") + "index.html"
      guard lstat(index, &status) == 0 else { return }
      guard status.st_mode & S_IFMT == S_IFREG, beginsWithMark(index) else {
        throw fail(
          Localized(
            zh: "\(index) 已经存在，不是本程序写的；请写到别的文件夹",
            en: "\(index) is there already and not this program's; name another folder"))
      }
    } else if mkdir(path, 0o777) != 0 {
      let why = String(cString: strerror(errno))
      throw fail(Localized(zh: "无法建立文件夹 \(path)：\(why)", en: "cannot make the folder \(path): \(why)"))
    }
  }

  private func beginsWithMark(_ file: String) -> Bool {
    let mark = Array(PictureIndex.mark.utf8)
    var bytes = [UInt8](repeating: 0, count: mark.count)
    let descriptor = open(file, O_RDONLY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return read(descriptor, &bytes, bytes.count) == mark.count && bytes == mark
  }

  private func fail(_ message: Localized) -> ExitCode { Failure.usage(message, language: language) }
}
