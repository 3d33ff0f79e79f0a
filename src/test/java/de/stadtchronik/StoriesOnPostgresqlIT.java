package de.stadtchronik;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Each story once more, beside the packaged applications: by themselves they would leave a processor idle. */
@Suite
@SelectPackages("de.stadtchronik")
@IncludeClassNamePatterns(".*Story")
class StoriesOnPostgresqlIT {}
