import CExpat
import CWorkbook

/// The versions of the libraries that read and write workbooks, for reports of faults.
package enum WorkbookLibraries {
  package static var versions: [String] {
    [
      "libzip " + String(cString: zip_libzip_version()), String(cString: XML_ExpatVersion()),
      "libxlsxwriter " + String(cString: lxw_version()),
    ]
  }
}
