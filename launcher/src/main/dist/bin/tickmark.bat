@echo off
rem Starts Tickmark on the Java of JAVA_HOME, else on the java of the PATH. Options for the JVM, such as -Xmx4g: TICKMARK_JAVA_OPTS.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

set "version="
for /f "tokens=3" %%v in ('""%java%" -version 2>&1 | findstr /c:" version ""') do set "version=%%~v"
if not defined version (
  echo tickmark: no Java found. Install a JDK or JRE 17 or newer, or set JAVA_HOME. 1>&2
  exit /b 3
)
for /f "delims=.-+" %%m in ("%version%") do set "major=%%m"
if %major% lss 17 (
  echo tickmark: %java% is Java %version%, expected 17 or newer. Set JAVA_HOME to a newer one. 1>&2
  exit /b 3
)
set "jvm_options=-XX:+UseSerialGC -Xms32m -Xshare:auto -Djdk.console=java.base"
if %major% geq 23 set "jvm_options=%jvm_options% --sun-misc-unsafe-memory-access=allow"

"%java%" %jvm_options% %TICKMARK_JAVA_OPTS% "-Dtickmark.home=%~dp0.." -cp "%~dp0..\boot\*" org.tickmark.launcher.Main %*
exit /b %errorlevel%
